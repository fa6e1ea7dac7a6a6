# Built in two stages; the image holds one binary and runs it as nobody, on a volume for the embedded database.
FROM rust:1.95-bookworm AS build
WORKDIR /src
COPY . .
RUN cargo build --release --locked

FROM debian:bookworm-slim
COPY --from=build /src/target/release/escale /usr/local/bin/escale
RUN mkdir /data && chown 65532:65532 /data
USER 65532:65532
ENV ESCALE_DATA_DIR=/data ESCALE_LISTEN=0.0.0.0:8080
VOLUME /data
EXPOSE 8080
ENTRYPOINT ["escale"]
CMD ["serve"]
