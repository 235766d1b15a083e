package porchlight.installer;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Takes back what linking a runtime did to a module's classes, so that it can be linked again. */
final class UnlinkedModule {
  /** Sums of modules that are bound to this one; they change when it is linked anew. */
  private static final String HASHES = "ModuleHashes";

  private static final String PREPARED = "SystemModules$";

  /** Takes the code that is replaced. */
  private static final MethodVisitor DISCARDED = new MethodVisitor(Opcodes.ASM9) {};

  private UnlinkedModule() {}

  /** The module whose classes lie in that folder. */
  static void restore(Path classes) throws IOException {
    rewrite(classes.resolve("module-info.class"), UnlinkedModule::withoutHashes);
    Path prepared = classes.resolve("jdk/internal/module");
    if (Files.isDirectory(prepared)) {
      try (DirectoryStream<Path> found = Files.newDirectoryStream(prepared, PREPARED + "*")) {
        for (Path file : found) {
          Files.delete(file);
        }
      }
      rewrite(prepared.resolve("SystemModulesMap.class"), UnlinkedModule::withNothingPrepared);
    }
  }

  private interface Change {
    ClassVisitor over(ClassVisitor next);
  }

  private static void rewrite(Path file, Change change) throws IOException {
    var reader = new ClassReader(Files.readAllBytes(file));
    var writer = new ClassWriter(reader, 0); // with its constants, to which attributes point
    reader.accept(change.over(writer), 0);
    Files.write(file, writer.toByteArray());
  }

  private static ClassVisitor withoutHashes(ClassVisitor next) {
    return new ClassVisitor(Opcodes.ASM9, next) {
      @Override
      public void visitAttribute(Attribute attribute) {
        if (!attribute.type.equals(HASHES)) {
          super.visitAttribute(attribute);
        }
      }
    };
  }

  /**
   * As the class is before linking: it knows nothing, and the modules' own descriptors are read.
   */
  private static ClassVisitor withNothingPrepared(ClassVisitor next) {
    return new ClassVisitor(Opcodes.ASM9, next) {
      @Override
      public MethodVisitor visitMethod(
          int access, String name, String descriptor, String signature, String[] exceptions) {
        var method = super.visitMethod(access, name, descriptor, signature, exceptions);
        if (name.equals("<init>")) {
          return method;
        }
        method.visitCode();
        if (Type.getReturnType(descriptor).getSort() == Type.ARRAY) {
          method.visitInsn(Opcodes.ICONST_0);
          method.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/String");
        } else {
          method.visitInsn(Opcodes.ACONST_NULL);
        }
        method.visitInsn(Opcodes.ARETURN);
        method.visitMaxs(1, 0);
        method.visitEnd();
        return DISCARDED;
      }
    };
  }
}
