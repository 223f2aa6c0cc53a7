package org.airwarden.app;

import picocli.CommandLine.IVersionProvider;

/** The program's version, from its jar. */
final class BuildVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {
            "airwarden " + text(),
            "Java " + Runtime.version() + " on " + System.getProperty("os.name")
        };
    }

    static String text() {
        String version = Airwarden.class.getPackage().getImplementationVersion();
        return version == null ? "development build" : version;
    }
}
