FROM node:24-slim AS build
ARG NPM_CONFIG_REGISTRY
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig.json tsconfig.build.json ./
COPY scripts/build.ts scripts/
COPY scripts/site scripts/site
COPY scripts/console scripts/console
COPY scripts/tables scripts/tables
COPY scripts/shared scripts/shared
COPY src/contract/retry.ts src/contract/
COPY src/crypto src/crypto
COPY src/explain src/explain
COPY src/client.ts src/
COPY src/console src/console
COPY client client
COPY docs docs
COPY openapi/CHANGELOG.md openapi/
COPY openapi/vectors openapi/vectors
COPY generated generated
RUN npm run build:site
COPY src src
RUN npm run build

FROM node:24-slim AS dependencies
ARG NPM_CONFIG_REGISTRY
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev

# The docs alone: docker build --target docs
FROM nginxinc/nginx-unprivileged:1.28-alpine AS docs
COPY ops/docs/nginx.conf /etc/nginx/conf.d/default.conf
COPY --from=build /app/generated/site /usr/share/nginx/docs

FROM node:24-slim
WORKDIR /app
# Of use only without DATABASE_URL: the embedded database lies here, and nothing else is writable.
RUN install -d -m 700 -o node -g node data
COPY --from=dependencies /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json LICENSE ./
ENV NODE_ENV=production
USER node
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=15s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 8080}/health/live`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Most of a call's objects die young; 16 MiB of room for them spares collections at little memory.
CMD ["node", "--max-semi-space-size=16", "dist/src/main.js"]
