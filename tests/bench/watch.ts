/** Watches how long the event loop is kept from its next turn, in milliseconds, and how much memory the whole program takes beyond what it had, in MiB; answers the most of both when it is called. */
export function watchMain(): () => { lag: number; memory: number } {
  const before = process.memoryUsage.rss();
  let last = performance.now();
  let lag = 0;
  let most = before;
  function look(): void {
    const now = performance.now();
    lag = Math.max(lag, now - last - 5);
    most = Math.max(most, process.memoryUsage.rss());
    last = now;
  }
  const timer = setInterval(look, 5);
  return () => {
    clearInterval(timer);
    look();
    return { lag, memory: (most - before) / 2 ** 20 };
  };
}
