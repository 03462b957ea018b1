/** The package ships types that its own `exports` hide; these are the parts used here. */
declare module 'better-sqlite3-multiple-ciphers' {
  interface RawStatement<R> {
    readonly readonly: boolean;
    get(...bound: unknown[]): R | undefined;
    all(...bound: unknown[]): R[];
    iterate(...bound: unknown[]): IterableIterator<R>;
    run(...bound: unknown[]): { changes: number; lastInsertRowid: number | bigint };
  }
  export default class Database {
    constructor(path: string, options?: { readonly?: boolean; fileMustExist?: boolean; timeout?: number });
    /** Its path. */
    readonly name: string;
    readonly inTransaction: boolean;
    prepare<R>(sql: string): RawStatement<R>;
    exec(sql: string): this;
    pragma(text: string, options?: { simple?: boolean }): unknown;
    rekey(key: Buffer): number;
    key(key: Buffer): number;
    transaction<T>(work: () => T): { immediate(): T };
    close(): this;
  }
}
