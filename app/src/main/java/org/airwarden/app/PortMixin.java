package org.airwarden.app;

import picocli.CommandLine.Option;

/** Where the page is served. */
final class PortMixin {
    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "the page's port, 0 for any free one (default: ${DEFAULT-VALUE})")
    private int port;

    int port() {
        return port;
    }
}
