import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * Gives the classes of a jar stack maps (JVMS 4.7.4) where they are too old to have them. Classes
 * without are verified anew at each start and are kept by no start cache; what they do stays the
 * same. Runs as a source file: {@code java StackMaps.java FOLDER NAME} changes the jar in the folder
 * whose name begins so; once more changes nothing.
 */
final class StackMaps {
    /** The first version whose classes have them is 50; 52 is the oldest still in common use. */
    private static final int OLD = 50;

    private static final int NEW = 52;

    private StackMaps() {}

    public static void main(String[] arguments) throws IOException {
        Path jar = jar(Path.of(arguments[0]), arguments[1] + "-");
        Path changed = jar.resolveSibling(jar.getFileName() + ".part");
        boolean any = false;
        URL[] path = {jar.toUri().toURL()};
        try (URLClassLoader loader =
                        new URLClassLoader(path, ClassLoader.getPlatformClassLoader());
                JarFile in = new JarFile(jar.toFile());
                JarOutputStream out = new JarOutputStream(Files.newOutputStream(changed))) {
            ClassFile files =
                    ClassFile.of(
                            StackMapsOption.GENERATE_STACK_MAPS,
                            ClassHierarchyResolverOption.of(
                                    ClassHierarchyResolver.ofResourceParsing(loader)));
            for (JarEntry entry : Collections.list(in.entries())) {
                byte[] bytes = in.getInputStream(entry).readAllBytes();
                if (entry.getName().endsWith(".class")) {
                    byte[] mapped = mapped(files, bytes);
                    any |= mapped != bytes;
                    bytes = mapped;
                }
                JarEntry same = new JarEntry(entry.getName());
                same.setTime(entry.getTime());
                out.putNextEntry(same);
                out.write(bytes);
                out.closeEntry();
            }
        }
        if (any) {
            Files.move(changed, jar, StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.delete(changed);
        }
    }

    private static Path jar(Path folder, String name) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(name))
                    .filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static byte[] mapped(ClassFile files, byte[] bytes) {
        ClassModel old = files.parse(bytes);
        if (old.majorVersion() >= OLD) {
            return bytes;
        }
        ClassTransform newer =
                (builder, element) -> {
                    if (element instanceof ClassFileVersion) {
                        builder.withVersion(NEW, 0);
                    } else {
                        builder.with(element);
                    }
                };
        byte[] mapped =
                files.transformClass(
                        old,
                        ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)
                                .andThen(newer));
        if (!files.verify(mapped).isEmpty()) {
            throw new IllegalStateException(
                    old.thisClass().asInternalName() + ": " + files.verify(mapped));
        }
        return mapped;
    }
}
