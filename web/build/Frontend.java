import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs the page's npm scripts from Maven, on every system that has Node: {@code java Frontend.java build} installs the
 * packages of the lock file when they are not those installed, and builds; {@code java Frontend.java check} checks and
 * tests. Says in one line what is missing when Node is not there or too old. Run in the module's directory.
 */
final class Frontend {

    private static final int OLDEST_NODE = 20;
    private static final boolean WINDOWS =
            System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows");

    private Frontend() {}

    public static void main(String[] arguments) throws Exception {
        Path module = Path.of("").toAbsolutePath();
        if (arguments.length != 1 || !List.of("build", "check").contains(arguments[0])) {
            fail("Usage: java Frontend.java build|check");
        }
        requireNode();
        if (arguments[0].equals("build")) {
            install(module);
        }
        run(List.of("node", "build/" + arguments[0] + ".mjs"));
    }

    private static void requireNode() throws InterruptedException {
        String version;
        try {
            Process node = new ProcessBuilder("node", "--version").redirectErrorStream(true).start();
            version = new String(node.getInputStream().readAllBytes()).strip();
            node.waitFor();
        } catch (IOException missing) {
            fail("The page needs Node 20 or newer to be built, and there is no 'node' on the path.");
            return;
        }
        Matcher major = Pattern.compile("v(\\d+)\\..*").matcher(version);
        if (!major.matches() || Integer.parseInt(major.group(1)) < OLDEST_NODE) {
            fail("The page needs Node 20 or newer to be built; the 'node' on the path says it is " + version + ".");
        }
    }

    /** Installs the packages unless the lock file is the one they were installed from. */
    private static void install(Path module) throws Exception {
        Path stamp = module.resolve("node_modules").resolve(".airwarden-lock");
        String lock = hash(Files.readAllBytes(module.resolve("package-lock.json")));
        if (Files.exists(stamp) && Files.readString(stamp).equals(lock)) {
            return;
        }
        run(List.of(WINDOWS ? "npm.cmd" : "npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"));
        Files.writeString(stamp, lock);
    }

    private static String hash(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static void run(List<String> command) throws InterruptedException {
        try {
            int status = new ProcessBuilder(command).directory(new File("").getAbsoluteFile()).inheritIO().start().waitFor();
            if (status != 0) {
                fail("'" + String.join(" ", command) + "' failed with status " + status + ".");
            }
        } catch (IOException missing) {
            fail("'" + command.get(0) + "' cannot be run: " + missing.getMessage());
        }
    }

    private static void fail(String words) {
        System.err.println(words);
        System.exit(1);
    }
}
