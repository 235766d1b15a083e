package porchlight.installer;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * Rewrites a jar of old class files (before Java 6) as Java 8 ones, the same code with frames: the
 * JVM leaves old ones out of an archive of prepared classes, which costs a short run a fifth of its
 * time. picocli is compiled for Java 5.
 */
final class Modern {
  private static final int TOO_OLD = 50;

  private Modern() {}

  static void rewrite(Path jar) throws IOException {
    try (var loader =
        new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
      Jar.rewrite(
          jar,
          files -> {
            var all = new LinkedHashMap<String, byte[]>();
            files.forEach((name, bytes) ->
                all.put(name, name.endsWith(".class") ? modern(bytes, loader) : bytes));
            return all;
          });
    }
  }

  private static byte[] modern(byte[] old, ClassLoader loader) {
    var reader = new ClassReader(old);
    if (reader.readShort(6) >= TOO_OLD) {
      return old;
    }
    var writer =
        new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
          @Override
          protected ClassLoader getClassLoader() {
            return loader;
          }
        };
    reader.accept(
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public void visit(
              int version,
              int access,
              String name,
              String signature,
              String superName,
              String[] interfaces) {
            super.visit(Opcodes.V1_8, access, name, signature, superName, interfaces);
          }
        },
        ClassReader.SKIP_FRAMES);
    return writer.toByteArray();
  }
}
