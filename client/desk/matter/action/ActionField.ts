/** One thing that a command carries, as it is asked for. */
export interface ActionField {
  /** Field of the command's data. */
  name: string
  label: string
  /** `pick` one of the options, `line` and `text` are written, `moment` is a date and time, `many` several options; `typed` and `typedMany` are the same of so many that one types to find them. */
  kind: 'pick' | 'many' | 'typed' | 'typedMany' | 'line' | 'text' | 'moment'
  needed: boolean
  options?: readonly ActionOption[]
  initial?: string
}

export interface ActionOption {
  value: string
  label: string
  /** What tells it apart. */
  note?: string
}

/** What was entered, by name of the field; several options are one a line. */
export type ActionValues = Readonly<Record<string, string>>
