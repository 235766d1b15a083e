package porchlight.installer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * What {@code SwitchBootstraps.typeSwitch} would choose, as plain questions: -1 for null, else the
 * first label from {@code restart} on that fits, else the number of labels.
 */
record PlainSwitch(List<Object> labels) {
  private static final String OBJECTS = "java/util/Objects";

  /** A constant of an enum among labels of other kinds. */
  private record Constant(String owner, String name) {}

  /** Nothing when there is a label of a kind that we do not write (a number, a primitive type). */
  static Optional<PlainSwitch> of(Object[] arguments) {
    var labels = new ArrayList<Object>();
    for (Object argument : arguments) {
      switch (argument) {
        case Type type when type.getSort() >= Type.ARRAY && type.getSort() <= Type.OBJECT ->
            labels.add(type);
        case String text -> labels.add(text);
        case ConstantDynamic constant when constant(constant).isPresent() ->
            labels.add(constant(constant).get());
        default -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(new PlainSwitch(labels));
  }

  /** {@code EnumDesc.of(ClassDesc.of("a.B"), "NAME")}, as javac writes it. */
  private static Optional<Constant> constant(ConstantDynamic constant) {
    return constant.getDescriptor().equals("Ljava/lang/Enum$EnumDesc;")
            && constant.getBootstrapMethodArgumentCount() == 3
            && constant.getBootstrapMethodArgument(1) instanceof ConstantDynamic owner
            && owner.getDescriptor().equals("Ljava/lang/constant/ClassDesc;")
            && owner.getBootstrapMethodArgumentCount() == 2
            && owner.getBootstrapMethodArgument(1) instanceof String type
            && constant.getBootstrapMethodArgument(2) instanceof String name
        ? Optional.of(new Constant(type.replace('.', '/'), name))
        : Optional.empty();
  }

  /** {@code static int (T target, int restart)}. */
  void write(MethodVisitor code) {
    code.visitVarInsn(Opcodes.ILOAD, 1);
    push(code, labels.size() + 1);
    code.visitMethodInsn(Opcodes.INVOKESTATIC, OBJECTS, "checkIndex", "(II)I", false);
    code.visitInsn(Opcodes.POP);
    var there = new Label();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitJumpInsn(Opcodes.IFNONNULL, there);
    code.visitInsn(Opcodes.ICONST_M1);
    code.visitInsn(Opcodes.IRETURN);
    code.visitLabel(there);
    code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    for (int at = 0; at < labels.size(); at++) {
      var next = new Label();
      code.visitVarInsn(Opcodes.ILOAD, 1);
      push(code, at);
      code.visitJumpInsn(Opcodes.IF_ICMPGT, next);
      fits(code, labels.get(at), next);
      push(code, at);
      code.visitInsn(Opcodes.IRETURN);
      code.visitLabel(next);
      code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    }
    push(code, labels.size());
    code.visitInsn(Opcodes.IRETURN);
    code.visitMaxs(2, 2);
  }

  private static void fits(MethodVisitor code, Object label, Label otherwise) {
    switch (label) {
      case Type type -> {
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitTypeInsn(Opcodes.INSTANCEOF, type.getInternalName());
        code.visitJumpInsn(Opcodes.IFEQ, otherwise);
      }
      case Constant constant -> {
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitFieldInsn(
            Opcodes.GETSTATIC, constant.owner(), constant.name(), "L" + constant.owner() + ";");
        code.visitJumpInsn(Opcodes.IF_ACMPNE, otherwise);
      }
      default -> {
        code.visitLdcInsn(label);
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitMethodInsn(
            Opcodes.INVOKEVIRTUAL, "java/lang/String", "equals", "(Ljava/lang/Object;)Z", false);
        code.visitJumpInsn(Opcodes.IFEQ, otherwise);
      }
    }
  }

  private static void push(MethodVisitor code, int number) {
    code.visitIntInsn(Opcodes.SIPUSH, number);
  }
}
