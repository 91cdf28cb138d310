export declare const launchArgs: string[]
export declare function findBrowser(): string | undefined
export declare function findOrInstallBrowser(say: (line: string) => void): string
