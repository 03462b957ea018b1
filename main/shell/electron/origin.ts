/** The program's own origin in Electron; a standard, secure scheme has a real origin and storage. */
export const scheme = 'app';
export const origin = 'app://grif';
/** The contract's one channel, where a chosen file's path is told to main, and where main speaks first. */
export const callChannel = 'grif:call';
export const fileChannel = 'grif:file';
export const signalChannel = 'grif:signal';
