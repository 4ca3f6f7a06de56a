/** Pages that belong together: `<Tabs label={words.title} of={[[paths.messages(), words.title], …]} current={0} />`. */
export function Tabs({
  label,
  of: tabs,
  current,
}: {
  readonly label: string
  readonly of: readonly (readonly [href: string, word: string])[]
  readonly current: number
}) {
  return (
    <nav class="tabs" aria-label={label}>
      {tabs.map(([href, word], index) => (
        <a key={href} href={href} aria-current={index === current ? 'page' : undefined}>
          {word}
        </a>
      ))}
    </nav>
  )
}
