export const enterprises = {
  title: 'Enterprises',
}
