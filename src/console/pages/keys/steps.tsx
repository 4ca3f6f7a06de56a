interface StepsProps {
  readonly title: string
  readonly of: readonly string[]
  readonly warning?: string
}

/** What to do, one after the other. */
export function Steps({ title, of: steps, warning }: StepsProps) {
  return (
    <details>
      <summary>{title}</summary>
      <ol>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {warning !== undefined && <p class="note warn">{warning}</p>}
    </details>
  )
}
