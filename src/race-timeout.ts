/** The result of a work, or what `late` gives (or throws) when it takes longer than these milliseconds. */
export function raceTimeout<Result, Late>(
  milliseconds: number,
  work: Promise<Result>,
  late: () => Late,
): Promise<Result | Late> {
  const lateResult = () => new Promise<Late>((settle) => settle(late()))
  return new Promise<Result | Late>((resolve, reject) => {
    const timer = setTimeout(() => resolve(lateResult()), milliseconds)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
