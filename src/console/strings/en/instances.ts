export const instances = {
  title: 'Instances',
}
