package porchlight.installer.lean;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.TypePath;

/** Takes from jars what is there for compilers, debuggers and build tools. */
public final class Lean {
  /** The oldest Java that runs our image; what jars hold for others is left out. */
  private static final int JAVA = 21;

  private static final Pattern VERSION = Pattern.compile("META-INF/versions/(\\d+)/(.+)");
  private static final Pattern FOR_TOOLS =
      Pattern.compile(
          "META-INF/(maven|proguard|native-image|com\\.android\\.tools)/.*"
              + "|.*\\.kotlin_(module|builtins|metadata)|(.*/)?(module|package)-info\\.class|OSGI-INF/.*|.*/");

  private Lean() {}

  /** Of our own jar: without the names of local variables; a stack trace has its lines. */
  public static Map<String, byte[]> ours(Map<String, byte[]> files) {
    return classes(files, bytes -> lean(bytes, 0));
  }

  /** Of a library's. */
  public static Map<String, byte[]> theirs(Map<String, byte[]> files) {
    return classes(files, bytes -> lean(bytes, ClassReader.SKIP_DEBUG));
  }

  private static Map<String, byte[]> classes(
      Map<String, byte[]> files, UnaryOperator<byte[]> change) {
    var chosen = new TreeMap<String, byte[]>();
    var since = new TreeMap<String, Integer>();
    files.forEach((path, bytes) -> {
      Matcher version = VERSION.matcher(path);
      boolean isVersioned = version.matches();
      String name = isVersioned ? version.group(2) : path;
      int java = isVersioned ? Integer.parseInt(version.group(1)) : 0;
      if (java <= JAVA
          && !FOR_TOOLS.matcher(name).matches()
          && java >= since.getOrDefault(name, 0)) {
        since.put(name, java);
        chosen.put(name, name.endsWith(".class") ? change.apply(bytes) : bytes);
      }
    });
    return chosen;
  }

  /** With a table of constants that has nothing left over in it. */
  private static byte[] lean(byte[] bytes, int flags) {
    var writer = new ClassWriter(0);
    new ClassReader(bytes).accept(new Leaner(writer), flags);
    return writer.toByteArray();
  }

  private static final class Leaner extends ClassVisitor {
    Leaner(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    /** Whether a run can ask for it: what is for compilers is not there to be asked for. */
    private static boolean stays(String annotation, boolean isVisible) {
      return isVisible
          && !annotation.equals("Lkotlin/Metadata;")
          && !annotation.startsWith("Lorg/jspecify/");
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean isVisible) {
      return stays(descriptor, isVisible) ? super.visitAnnotation(descriptor, isVisible) : null;
    }

    @Override
    public @Nullable AnnotationVisitor visitTypeAnnotation(
        int type, TypePath path, String descriptor, boolean isVisible) {
      return null;
    }

    @Override
    public FieldVisitor visitField(
        int access, String name, String descriptor, String signature, Object value) {
      return new FieldVisitor(
          Opcodes.ASM9, super.visitField(access, name, descriptor, signature, value)) {
        @Override
        public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean isVisible) {
          return stays(annotation, isVisible) ? super.visitAnnotation(annotation, isVisible) : null;
        }

        @Override
        public @Nullable AnnotationVisitor visitTypeAnnotation(
            int type, TypePath path, String annotation, boolean isVisible) {
          return null;
        }
      };
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      return new LeanerMethod(super.visitMethod(access, name, descriptor, signature, exceptions));
    }
  }

  private static final class LeanerMethod extends MethodVisitor {
    LeanerMethod(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean isVisible) {
      return Leaner.stays(annotation, isVisible)
          ? super.visitAnnotation(annotation, isVisible)
          : null;
    }

    @Override
    public @Nullable AnnotationVisitor visitTypeAnnotation(
        int type, TypePath path, String annotation, boolean isVisible) {
      return null;
    }

    @Override
    public @Nullable AnnotationVisitor visitInsnAnnotation(
        int type, TypePath path, String annotation, boolean isVisible) {
      return null;
    }

    @Override
    public @Nullable AnnotationVisitor visitTryCatchAnnotation(
        int type, TypePath path, String annotation, boolean isVisible) {
      return null;
    }

    @Override
    public @Nullable AnnotationVisitor visitLocalVariableAnnotation(
        int type,
        TypePath path,
        Label[] start,
        Label[] end,
        int[] index,
        String annotation,
        boolean isVisible) {
      return null;
    }

    @Override
    public @Nullable AnnotationVisitor visitParameterAnnotation(
        int parameter, String annotation, boolean isVisible) {
      return Leaner.stays(annotation, isVisible)
          ? super.visitParameterAnnotation(parameter, annotation, isVisible)
          : null;
    }

    @Override
    public void visitLocalVariable(
        String name, String descriptor, String signature, Label start, Label end, int index) {
      // for debuggers
    }
  }
}
