export default function Record() {
  return null
}
