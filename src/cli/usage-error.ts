/** A command line that cannot be followed: told to the user without a stack, exit status 2. */
export class UsageError extends Error {
  override name = 'UsageError'
}
