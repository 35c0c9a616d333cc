/* How a test tells programs/fault_shim.c, inside another process, which system call fails. Shared memory in a file. */
#pragma once

#ifdef __cplusplus
extern "C" {
#endif

enum { kFaultWrites = 1, kFaultSyncs = 2, kFaultTruncates = 4 };

struct FaultControl {
    volatile int armed;   /* 0: every call goes through and is not counted */
    volatile int kinds;   /* which calls are counted */
    volatile int at;      /* the at-th counted call fails (1 = the next); 0: none, only count */
    volatile int forever; /* and every one after it */
    volatile int error;   /* errno of the failure; 0: the process is killed there */
    volatile int seen;    /* counted calls since armed */
    volatile int failed;  /* calls that were made to fail */
};

#ifdef __cplusplus
}
#endif
