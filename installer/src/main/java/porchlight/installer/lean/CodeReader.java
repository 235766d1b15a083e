package porchlight.installer.lean;

import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import porchlight.installer.lean.Code.How;
import porchlight.installer.lean.Code.Mention;

/** Reads into {@link Code} what a class file says. */
final class CodeReader extends ClassVisitor {
  private final Code code;

  private CodeReader(Code code) {
    super(Opcodes.ASM9);
    this.code = code;
  }

  static void read(byte[] file, Code into) {
    new ClassReader(file).accept(new CodeReader(into), ClassReader.SKIP_DEBUG);
  }

  /** Mentions every class of that type: of an array its elements', of a method's all. */
  static void name(Type type, Collection<Mention> into) {
    if (type.getSort() == Type.ARRAY) {
      name(type.getElementType(), into);
    } else if (type.getSort() == Type.OBJECT) {
      into.add(new Mention(How.NAME, type.getInternalName()));
    } else if (type.getSort() == Type.METHOD) {
      name(type.getReturnType(), into);
      for (Type argument : type.getArgumentTypes()) {
        name(argument, into);
      }
    }
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      String signature,
      String superName,
      String[] interfaces) {
    code.isAnnotation = (access & Opcodes.ACC_ANNOTATION) != 0;
    if (superName != null) {
      code.parents.add(superName);
    }
    code.parents.addAll(Arrays.asList(interfaces));
  }

  @Override
  public void visitNestHost(String host) {
    around(host);
  }

  @Override
  public void visitOuterClass(String owner, String name, String descriptor) {
    around(owner);
  }

  @Override
  public void visitInnerClass(
      String name, @Nullable String outer, @Nullable String innerName, int access) {
    if (name.equals(code.name) && outer != null) {
      around(outer);
    }
  }

  /** The class around this one says who may touch its private members, and what its name is. */
  private void around(String outer) {
    code.mentions.add(new Mention(How.NAME, outer));
  }

  @Override
  public @Nullable FieldVisitor visitField(
      int access, String name, String descriptor, String signature, Object value) {
    name(Type.getType(descriptor), code.mentions);
    if (value instanceof String text) {
      code.mentions.add(new Mention(How.TEXT, text));
    }
    return null;
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    var method = new Code.Method(code, name + descriptor, access);
    code.methods.put(method.key, method);
    name(Type.getMethodType(descriptor), method.mentions);
    if (exceptions != null) {
      for (String exception : exceptions) {
        method.mentions.add(new Mention(How.NAME, exception));
      }
    }
    return new BodyReader(method.mentions);
  }
}
