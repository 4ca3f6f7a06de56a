import { useEffect, useMemo, useState } from 'preact/hooks'
import { useStrings } from '../strings/strings.ts'

interface LeftProps {
  readonly until: string
  /** What the service's clock showed when it answered: ours may be off. */
  readonly at: string
}

/** What is left of a time, second by second; a timer is read when somebody comes to it, and not aloud by itself. */
export function Left({ until, at }: LeftProps) {
  const { ui } = useStrings()
  const ahead = useMemo(() => Date.now() - Date.parse(at), [at])
  const [, tick] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), 1_000)
    return () => clearInterval(timer)
  }, [])
  const seconds = Math.floor((Date.parse(until) + ahead - Date.now()) / 1_000)
  return (
    <time role="timer" dateTime={until} class={seconds < 3_600 ? 'bad' : undefined}>
      {seconds > 0 ? textOf(seconds) : ui.over}
    </time>
  )
}

/** `2:14:05`, and of more than two days `6 d 4 h`. */
function textOf(seconds: number): string {
  const hours = Math.floor(seconds / 3_600)
  if (hours >= 48) return `${Math.floor(hours / 24)} d ${hours % 24} h`
  const rest = [Math.floor(seconds / 60) % 60, seconds % 60]
  return [hours, ...rest.map((part) => String(part).padStart(2, '0'))].join(':')
}
