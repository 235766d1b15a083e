package porchlight.installer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Moves the {@code BigDecimal} constants of Jackson's parser into a class of their own, which is
 * made when a number is compared with one of them: JDK 25's BigDecimal works out powers of five
 * with a hundred thousand bits at its first touch, two fifths of what a check's main thread did.
 */
final class LaterDecimals {
  private static final String PARSER = "com/fasterxml/jackson/core/base/ParserMinimalBase";
  private static final String HOLDER = PARSER + "$Decimals";
  private static final String DECIMAL = "java/math/BigDecimal";
  private static final String TYPE = "L" + DECIMAL + ";";
  private static final int CONSTANT = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL;

  /** What makes each constant, by its name. */
  private final Map<String, List<Consumer<MethodVisitor>>> made = new LinkedHashMap<>();

  private LaterDecimals() {}

  /** The files of a jar; unchanged when there is no such parser in it. */
  static Map<String, byte[]> all(Map<String, byte[]> files) {
    byte[] parser = files.get(PARSER + ".class");
    if (parser == null) {
      return files;
    }
    var later = new LaterDecimals();
    later.changed(parser); // once, to learn the constants
    var all = new LinkedHashMap<String, byte[]>();
    files.forEach((name, bytes) ->
        all.put(
            name,
            name.endsWith(".class") && !name.endsWith("module-info.class")
                ? later.changed(bytes)
                : bytes));
    if (!later.made.isEmpty()) {
      all.put(HOLDER + ".class", later.holder());
    }
    return all;
  }

  private byte[] changed(byte[] old) {
    var reader = new ClassReader(old);
    boolean parser = reader.getClassName().equals(PARSER);
    var writer = new ClassWriter(reader, 0);
    reader.accept(
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public @Nullable FieldVisitor visitField(
              int access, String name, String type, String signature, Object value) {
            return parser && made.containsKey(name)
                ? null
                : super.visitField(access, name, type, signature, value);
          }

          @Override
          public MethodVisitor visitMethod(
              int access, String name, String type, String signature, String[] exceptions) {
            var next = super.visitMethod(access, name, type, signature, exceptions);
            return parser && name.equals("<clinit>") ? new Taking(next) : new Redirecting(next);
          }
        },
        0);
    return writer.toByteArray();
  }

  private byte[] holder() {
    var type = new ClassWriter(0);
    type.visit(
        Opcodes.V1_8,
        Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC,
        HOLDER,
        null,
        "java/lang/Object",
        null);
    made.keySet().forEach(name -> type.visitField(CONSTANT, name, TYPE, null, null).visitEnd());
    var code = type.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
    code.visitCode();
    made.forEach((name, steps) -> {
      steps.forEach(step -> step.accept(code));
      code.visitFieldInsn(Opcodes.PUTSTATIC, HOLDER, name, TYPE);
    });
    code.visitInsn(Opcodes.RETURN);
    code.visitMaxs(3, 0);
    code.visitEnd();
    type.visitEnd();
    return type.toByteArray();
  }

  /** Reads of the constants go to their new place. */
  private class Redirecting extends MethodVisitor {
    Redirecting(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitFieldInsn(int code, String owner, String name, String type) {
      boolean moved =
          code == Opcodes.GETSTATIC
              && type.equals(TYPE)
              && owner.startsWith("com/fasterxml/jackson/core/")
              && made.containsKey(name);
      super.visitFieldInsn(code, moved ? HOLDER : owner, name, type);
    }
  }

  /** Takes {@code CONSTANT = new BigDecimal(OTHER)} out of the parser's own beginning. */
  private final class Taking extends Redirecting {
    private final List<Consumer<MethodVisitor>> steps = new ArrayList<>();

    Taking(MethodVisitor next) {
      super(next);
    }

    @Override
    public void visitTypeInsn(int code, String type) {
      if (code == Opcodes.NEW && type.equals(DECIMAL) && steps.isEmpty()) {
        steps.add(to -> to.visitTypeInsn(code, type));
      } else {
        super.visitTypeInsn(code, type);
      }
    }

    @Override
    public void visitInsn(int code) {
      if (steps.size() == 1 && code == Opcodes.DUP) {
        steps.add(to -> to.visitInsn(code));
      } else {
        refuseInside();
        super.visitInsn(code);
      }
    }

    @Override
    public void visitFieldInsn(int code, String owner, String name, String type) {
      if (steps.size() == 2 && code == Opcodes.GETSTATIC) {
        steps.add(to -> to.visitFieldInsn(code, owner, name, type));
      } else if (steps.size() == 4 && code == Opcodes.PUTSTATIC && type.equals(TYPE)) {
        made.put(name, List.copyOf(steps));
        steps.clear();
      } else {
        refuseInside();
        super.visitFieldInsn(code, owner, name, type);
      }
    }

    @Override
    public void visitMethodInsn(
        int code, String owner, String name, String type, boolean isInterface) {
      if (steps.size() == 3 && owner.equals(DECIMAL)) {
        steps.add(to -> to.visitMethodInsn(code, owner, name, type, isInterface));
      } else {
        refuseInside();
        super.visitMethodInsn(code, owner, name, type, isInterface);
      }
    }

    private void refuseInside() {
      if (!steps.isEmpty()) {
        throw new IllegalStateException(PARSER + " is not written as it was; look again");
      }
    }
  }
}
