/** The program's version, as package.json has it (a test compares them): the packed program carries no build files to read it from. */
export const version = '0.1.0';
