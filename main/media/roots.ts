/** Where the kernel shows its mounts and devices; tests put a made-up tree in their place. */
export interface SystemRoots {
  readonly mountinfo: string;
  readonly sys: string;
  readonly dev: string;
}

export const linuxRoots: SystemRoots = { mountinfo: '/proc/self/mountinfo', sys: '/sys', dev: '/dev' };
