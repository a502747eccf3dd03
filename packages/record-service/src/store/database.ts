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
  /** Rolled back if the work rejects. Inside, only what it is given may be used. */
  transaction<Result>(work: (queries: Queries) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}
