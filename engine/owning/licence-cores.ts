/** Cores of a processor for which VMware is licensed at least (A-OWN-1). */
export const usualLeastCores = 16;

/** Cores to be licensed of a server: those there are, but a minimum for each socket. [EQ-LIC-1] */
export const licensedCores = (sockets: number, coresPerSocket: number, leastPerSocket: number): number =>
  sockets * Math.max(coresPerSocket, leastPerSocket);
