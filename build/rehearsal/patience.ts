/** Milliseconds that any one thing may take to appear before the step is said to have failed. */
export const patience = 30_000;
