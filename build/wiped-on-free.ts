/**
 * Environment under which the C library of Linux (glibc) overwrites memory as it is freed: pages that SQLite had opened, buffers of Node, copies
 * made on the way. The program itself cannot reach them. Where the library is another one, the words mean nothing to it.
 */
export const wipedOnFree = { GLIBC_TUNABLES: 'glibc.malloc.perturb=165:glibc.malloc.tcache_count=0' } as const;
