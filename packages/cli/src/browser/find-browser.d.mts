export declare const launchArgs: string[]
/** @throws Error where FANAL_BROWSER names a file that is not there */
export declare function findBrowser(): string | undefined
