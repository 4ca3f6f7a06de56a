/** The one box that takes any id; whoever owns the instances fills it in. */
export function FindBox() {
  return <span class="find" />
}
