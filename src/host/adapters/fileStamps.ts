/** Size in bytes and time of change (milliseconds since 1970) of a file. */
export interface FileStamp {
  readonly size: number;
  readonly mtime: number;
}

/** By URI: what paper files were like when they were read last. */
export type FileStamps = Map<string, FileStamp>;
