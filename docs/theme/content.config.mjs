import { defineCollection } from 'astro:content'
import { docsLoader } from '@astrojs/starlight/loaders'
import { docsSchema } from '@astrojs/starlight/schema'

// A page keeps the case of its name: an interface is called newInstance.
const generateId = ({ entry }) => entry.replace(/\.md$/, '')

export const collections = {
  docs: defineCollection({ loader: docsLoader({ generateId }), schema: docsSchema() }),
}
