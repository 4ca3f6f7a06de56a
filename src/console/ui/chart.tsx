import { useStrings } from '../strings/strings.ts'
import type { Tone } from './status.tsx'
import { Table } from './table.tsx'

export interface Bar {
  /** A day, a state: what the bar stands for. */
  readonly label: string
  readonly value: number
  readonly tone: Tone
  /** The value in words. */
  readonly text: string
}

interface ChartProps {
  readonly caption: string
  readonly labelHead: string
  readonly valueHead: string
  readonly bars: readonly Bar[]
}

const height = 60

/** Bars of unequal height, and the table of the same data: `<BarChart caption labelHead valueHead bars />`. */
export function BarChart(props: ChartProps) {
  const most = Math.max(1, ...props.bars.map(({ value }) => value))
  return <Bars {...props} heightOf={({ value }) => (value / most) * height} />
}

/** A row of days, each good or bad by its tone, and the table of the same data. */
export function Strip(props: ChartProps) {
  return <Bars {...props} heightOf={() => height / 3} />
}

function Bars({ heightOf, ...props }: ChartProps & { heightOf: (bar: Bar) => number }) {
  const { caption, labelHead, valueHead, bars } = props
  const { ui } = useStrings()
  const tallest = Math.max(1, ...bars.map(heightOf))
  return (
    <figure>
      <figcaption>{caption}</figcaption>
      <svg
        viewBox={`0 0 ${bars.length * 8} ${tallest}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {bars.map((bar, index) => (
          <rect
            key={bar.label}
            class={bar.tone}
            x={index * 8}
            y={tallest - heightOf(bar)}
            width={6}
            height={heightOf(bar)}
          >
            <title>{`${bar.label}: ${bar.text}`}</title>
          </rect>
        ))}
      </svg>
      <details>
        <summary>{ui.asTable}</summary>
        <Table
          caption={caption}
          columns={[
            { head: labelHead, cell: ({ label }) => label },
            { head: valueHead, cell: ({ text }) => text },
          ]}
          rows={bars}
          keyOf={({ label }) => label}
          empty="–"
        />
      </details>
    </figure>
  )
}
