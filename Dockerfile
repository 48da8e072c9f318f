# Samlyft as a small image: built with Swift's image, run on Debian with libpq and nothing of the toolchain.
FROM swift:6.3-bookworm AS build
RUN apt-get update && apt-get install --yes --no-install-recommends libpq-dev pkg-config zlib1g-dev && rm -rf /var/lib/apt/lists/*
WORKDIR /samlyft
# The package lists its test targets, so SwiftPM wants their folders although no test is built.
COPY Package.swift ./
COPY Sources Sources
COPY SQL SQL
COPY Tests Tests
# Swift's own libraries are linked into the binary, since the image below has none of them.
RUN swift build --configuration release --product samlyft --static-swift-stdlib \
    && install -D "$(swift build --configuration release --show-bin-path)/samlyft" /built/samlyft

FROM debian:bookworm-slim
# libstdc++ for the cryptography, certificates for login and mail, time zones for the calendar, WeasyPrint for the letters.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends ca-certificates fonts-dejavu-core libpq5 libstdc++6 tzdata weasyprint \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --home-dir /samlyft --shell /usr/sbin/nologin samlyft
WORKDIR /samlyft
COPY Config Config
COPY --from=build /built/samlyft /usr/local/bin/samlyft
USER samlyft
ENV SAMLYFT_ENVIRONMENT=production SAMLYFT_HTTP_HOST=0.0.0.0 SAMLYFT_HTTP_PORT=8080
EXPOSE 8080
# Bash's own sockets, since the image has no curl.
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --retries=3 CMD ["bash", "-c", \
    "exec 3<>/dev/tcp/127.0.0.1/$SAMLYFT_HTTP_PORT && printf 'GET /health HTTP/1.1\\r\\nHost: %s\\r\\nConnection: close\\r\\n\\r\\n' \"${SAMLYFT_HTTP_PUBLIC_ADDRESS#*//}\" >&3 && read -r line <&3 && [[ $line == 'HTTP/1.1 200'* ]]"]
ENTRYPOINT ["samlyft"]
CMD ["serve"]
