# The package as it is published, in an image that needs no write access to itself and no root.
FROM node:24-bookworm-slim AS build
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm pack --pack-destination /package

FROM node:24-bookworm-slim AS install
WORKDIR /app
COPY --from=build /build/package.json /build/package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts
COPY --from=build /package/*.tgz /package/
# The package's own files among the dependencies of the lock file.
RUN tar -xzf /package/servanda-*.tgz --strip-components=1 -C /app

FROM node:24-bookworm-slim
ENV NODE_ENV=production
COPY --from=install --chown=root:root /app /app
RUN ln -s /app/bin/servanda.js /usr/local/bin/servanda && mkdir /data && chown 1000:1000 /data
# The number of `node`: who runs the image can see that it is not root.
USER 1000:1000
WORKDIR /data
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:8080/healthz').then((a) => process.exit(a.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["servanda"]
CMD ["serve", "--host", "0.0.0.0"]
