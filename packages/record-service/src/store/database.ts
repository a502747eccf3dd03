/** The port to PostgreSQL: a server's, or the one that is embedded. Both get the same SQL. */

export interface Queries {
  /** The rows of one statement; `$1` stands for the first value. Cast what drivers read differently (bytea, bigint, date) in the SQL. */
  query<Row>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Several statements, without values. */
  run(sql: string): Promise<void>;
}

export interface Database extends Queries {
  readonly kind: 'postgres' | 'embedded';
  /** How many statements run side by side. */
  readonly connections: number;
  /**
   * A statement that is run often. The values are texts, and so is what each row has: an embedded database need not read the statement
   * again each time, which takes longer than what it does.
   */
  prepared(sql: string): (values: readonly (string | null)[]) => Promise<(string | null)[][]>;
  /** Rolled back if the work rejects. Inside, only what it is given may be used. */
  transaction<Result>(work: (queries: Queries) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}
