/** What was seen of one stream. */
export interface StreamReport {
  stream: string
  /** Entries that it should hold: as many as the mark says, and those behind its end. A bit that flips in a key makes none of it. */
  held: number
  /** Entries that were read, whatever their content. */
  read: number
  /** Entries of blocks whose content is what was written, by the mark. */
  whole: number
}

/** What walking through an embedded log has shown. A line of it is written as soon as it is known: the next page may end the process. */
export interface WalkReport {
  streams: StreamReport[]
  /** What is wrong, in words that end a sentence; empty if nothing is. */
  faults: string[]
  /** No mark stood beside the log: its content was taken as it is. */
  takenOver: boolean
}
