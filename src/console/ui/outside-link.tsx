import type { ComponentChildren } from 'preact'

/** A link from data: it leads somewhere only if it is http(s), and is text otherwise. */
export function OutsideLink({
  href,
  children = href,
}: {
  readonly href: string | null | undefined
  readonly children?: ComponentChildren
}) {
  if (!href) return <>–</>
  if (!/^https?:\/\//i.test(href)) return <>{children}</>
  return (
    <a href={href} target="_blank" rel="noreferrer">
      {children}
    </a>
  )
}
