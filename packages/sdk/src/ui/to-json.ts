/** JSON as the language means it: Prototype 1.6 and its like give arrays a `toJSON` that makes a text of them. */
export function toJson(value: unknown): string {
  return JSON.stringify(value, function (this: Record<string, unknown>, name, made) {
    const own = this[name]
    return Array.isArray(own) ? own : made
  })
}
