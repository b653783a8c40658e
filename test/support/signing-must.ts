/** The value, or a failed test. */
export function must<Value>(value: Value | undefined | null, what = 'value'): Value {
  if (value === undefined || value === null) throw new Error(`${what} is missing`)
  return value
}
