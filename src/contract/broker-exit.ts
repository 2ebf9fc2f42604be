/**
 * Exit status of a broker's process that could not start Codex's app-server, after which another one would fare no better. Any other one but 0
 * says that the broker itself failed.
 */
export const APP_SERVER_START_FAILED_STATUS = 5;
