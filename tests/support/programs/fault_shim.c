/* LD_PRELOADed: makes chosen writes and syncs of regular files fail, as a full or dying disk does. A failing sync
 * leaves the data where it is, so that its outcome is unknown, as with a real one. TURNOUT_FAULT_FILE names the
 * control. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#include "tests/support/fault_control.h"

static struct FaultControl* control;

__attribute__((constructor)) static void attach(void) {
    const char* name = getenv("TURNOUT_FAULT_FILE");
    if (!name) return;
    const int fd = open(name, O_RDWR | O_CLOEXEC);
    if (fd < 0) return;
    void* memory = mmap(NULL, sizeof(struct FaultControl), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    close(fd);
    if (memory != MAP_FAILED) control = (struct FaultControl*)memory;
}

static int fails(int fd, int kind) {
    struct stat about;
    if (!control || !control->armed || !(control->kinds & kind)) return 0;
    if (fstat(fd, &about) || !S_ISREG(about.st_mode)) return 0;
    const int n = ++control->seen;
    if (!control->at || n < control->at || (n > control->at && !control->forever)) return 0;
    ++control->failed;
    if (!control->error) kill(getpid(), SIGKILL);
    errno = control->error;
    return 1;
}

#define NEXT(name, type) \
    static type next;    \
    if (!next) next = (type)(long)dlsym(RTLD_NEXT, name)

typedef ssize_t (*PwriteFunction)(int, const void*, size_t, off_t);
typedef int (*SyncFunction)(int);
typedef int (*TruncateFunction)(int, off_t);

ssize_t pwrite(int fd, const void* data, size_t size, off_t at) {
    NEXT("pwrite", PwriteFunction);
    return fails(fd, kFaultWrites) ? -1 : next(fd, data, size, at);
}
ssize_t pwrite64(int fd, const void* data, size_t size, off64_t at) {
    NEXT("pwrite64", PwriteFunction);
    return fails(fd, kFaultWrites) ? -1 : next(fd, data, size, at);
}
int fdatasync(int fd) {
    NEXT("fdatasync", SyncFunction);
    return fails(fd, kFaultSyncs) ? -1 : next(fd);
}
int fsync(int fd) {
    NEXT("fsync", SyncFunction);
    return fails(fd, kFaultSyncs) ? -1 : next(fd);
}
int ftruncate(int fd, off_t size) {
    NEXT("ftruncate", TruncateFunction);
    return fails(fd, kFaultTruncates) ? -1 : next(fd, size);
}
int ftruncate64(int fd, off64_t size) {
    NEXT("ftruncate64", TruncateFunction);
    return fails(fd, kFaultTruncates) ? -1 : next(fd, size);
}
