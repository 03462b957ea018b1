/**
 * How Node is started as main. On a workstation with much memory V8 gives new objects 128 MiB and collects the old ones late; held is a fifth
 * of that, and main has 400 MiB in all, pages of the stores among it. What is behind a lock is overwritten as far as young objects reach (main/forget.ts).
 */
export const heapWords = ['--max-semi-space-size=8', '--heap-growing-percent=50'] as const;
