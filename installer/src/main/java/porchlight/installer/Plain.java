package porchlight.installer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Rewrites what the JVM would make at the first use of each place (the choice of a switch over
 * types, a record's own methods, a lambda's class, an order by a key) as plain code that an archive
 * of prepared classes takes. The same behaviour; what is not known for sure is left as it is.
 */
final class Plain {
  private static final String COMPARATOR = "Ljava/util/Comparator;";
  private static final String ORDERS_CLASS = Type.getInternalName(Orders.class);
  private static final Set<String> ORDERS = orders();

  private final Map<String, byte[]> classes = new LinkedHashMap<>();
  private final Map<String, List<String>> nests = new LinkedHashMap<>();

  private boolean ordered;

  private Plain() {}

  private static Set<String> orders() {
    var orders = new HashSet<String>();
    for (Method method : Orders.class.getDeclaredMethods()) {
      if (Modifier.isPublic(method.getModifiers())) {
        orders.add(method.getName() + Type.getMethodDescriptor(method));
      }
    }
    return orders;
  }

  /** The files of a jar, their classes rewritten, and the classes of lambdas beside them. */
  static Map<String, byte[]> all(Map<String, byte[]> files) {
    var plain = new Plain();
    var all = new LinkedHashMap<String, byte[]>();
    files.forEach((name, bytes) ->
        all.put(
            name,
            name.endsWith(".class") && !name.endsWith("module-info.class")
                ? plain.one(bytes)
                : bytes));
    if (plain.ordered) {
      all.put(ORDERS_CLASS + ".class", plain.one(bytes(Orders.class)));
    }
    plain.nests.forEach((host, members) ->
        all.computeIfPresent(host + ".class", (name, bytes) -> welcoming(bytes, members)));
    plain.classes.forEach((name, bytes) -> all.put(name + ".class", bytes));
    return all;
  }

  private static byte[] bytes(Class<?> type) {
    String file = "/" + Type.getInternalName(type) + ".class";
    try (InputStream in = Objects.requireNonNull(type.getResourceAsStream(file), file)) {
      return in.readAllBytes();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private byte[] one(byte[] old) {
    var reader = new ClassReader(old);
    var writer = new ClassWriter(reader, 0);
    reader.accept(new Rewriter(writer), 0);
    return writer.toByteArray();
  }

  /** The class with more members in its nest: they may call its private methods. */
  private static byte[] welcoming(byte[] host, List<String> members) {
    var reader = new ClassReader(host);
    var writer = new ClassWriter(reader, 0);
    reader.accept(
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public void visitEnd() {
            members.forEach(super::visitNestMember);
            super.visitEnd();
          }
        },
        0);
    return writer.toByteArray();
  }

  private final class Rewriter extends ClassVisitor {
    private final List<Runnable> more = new ArrayList<>();
    private String owner = "";
    private String host = "";
    private boolean isInterface;
    private int version;

    Rewriter(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visit(
        int classVersion,
        int access,
        String name,
        String signature,
        String superName,
        String[] interfaces) {
      version = classVersion;
      owner = name;
      host = name;
      isInterface = (access & Opcodes.ACC_INTERFACE) != 0;
      super.visit(classVersion, access, name, signature, superName, interfaces);
    }

    @Override
    public void visitNestHost(String nestHost) {
      host = nestHost;
      super.visitNestHost(nestHost);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      return new MethodVisitor(
          Opcodes.ASM9, super.visitMethod(access, name, descriptor, signature, exceptions)) {
        @Override
        public void visitInvokeDynamicInsn(
            String called, String type, Handle bootstrap, Object... arguments) {
          if (!replace(mv, called, type, bootstrap, arguments)) {
            super.visitInvokeDynamicInsn(called, type, bootstrap, arguments);
          }
        }

        @Override
        public void visitMethodInsn(
            int code, String target, String called, String type, boolean atInterface) {
          String whole = code == Opcodes.INVOKESTATIC ? type : type.replace("(", "(" + COMPARATOR);
          if (target.equals("java/util/Comparator") && ORDERS.contains(called + whole)) {
            ordered = true;
            super.visitMethodInsn(Opcodes.INVOKESTATIC, ORDERS_CLASS, called, whole, false);
          } else {
            super.visitMethodInsn(code, target, called, type, atInterface);
          }
        }
      };
    }

    @Override
    public void visitEnd() {
      more.forEach(Runnable::run);
      super.visitEnd();
    }

    /** Writes a plain call in the place of this one, if we know how. */
    private boolean replace(
        MethodVisitor code, String called, String type, Handle bootstrap, Object[] arguments) {
      String made = bootstrap.getOwner() + "." + bootstrap.getName();
      return switch (made) {
        case "java/lang/runtime/SwitchBootstraps.typeSwitch" ->
            PlainSwitch.of(arguments)
                .map(choice -> method(code, "switch", type, choice::write))
                .isPresent();
        case "java/lang/runtime/ObjectMethods.bootstrap" ->
            PlainRecord.of(called, arguments)
                .map(record -> method(code, called, type, record::write))
                .isPresent();
        case "java/lang/invoke/LambdaMetafactory.metafactory" ->
            version >= Opcodes.V11
                && PlainLambda.of(called, type, arguments)
                    .map(lambda -> beside(code, type, lambda))
                    .isPresent();
        default -> false;
      };
    }

    /** A method of this class, called instead. */
    private boolean method(MethodVisitor code, String purpose, String type, Body body) {
      String name = "plain$" + purpose + "$" + more.size();
      more.add(() -> {
        var added =
            super.visitMethod(
                Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC,
                name,
                type,
                null,
                null);
        added.visitCode();
        body.write(added);
        added.visitEnd();
      });
      code.visitMethodInsn(Opcodes.INVOKESTATIC, owner, name, type, isInterface);
      return true;
    }

    /** A class of this nest, made instead. */
    private boolean beside(MethodVisitor code, String type, PlainLambda lambda) {
      var members = nests.computeIfAbsent(host, key -> new ArrayList<>());
      String name = host + "$$Plain" + members.size();
      members.add(name);
      classes.put(name, lambda.write(version, name, host));
      code.visitMethodInsn(Opcodes.INVOKESTATIC, name, PlainLambda.MAKE, type, false);
      return true;
    }
  }

  /** What a method does. */
  interface Body {
    void write(MethodVisitor code);
  }
}
