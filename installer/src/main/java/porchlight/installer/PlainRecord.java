package porchlight.installer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** What {@code ObjectMethods.bootstrap} would make of a record's own methods, as plain code. */
record PlainRecord(String method, Type type, List<Handle> fields) {
  private static final String OBJECTS = "java/util/Objects";
  private static final String BUILDER = "java/lang/StringBuilder";

  static Optional<PlainRecord> of(String method, Object[] arguments) {
    boolean ours =
        List.of("equals", "hashCode", "toString").contains(method)
            && arguments.length >= 2
            && arguments[0] instanceof Type;
    var fields = new ArrayList<Handle>();
    for (int at = 2; at < arguments.length; at++) {
      ours &= arguments[at] instanceof Handle field && field.getTag() == Opcodes.H_GETFIELD;
      if (ours) {
        fields.add((Handle) arguments[at]);
      }
    }
    return ours
        ? Optional.of(new PlainRecord(method, (Type) arguments[0], fields))
        : Optional.empty();
  }

  /** A static method that takes the record (and for equals the other thing). */
  void write(MethodVisitor code) {
    switch (method) {
      case "equals" -> equal(code);
      case "hashCode" -> hash(code);
      default -> text(code);
    }
  }

  private void equal(MethodVisitor code) {
    var differs = new Label();
    var other = new Label();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitVarInsn(Opcodes.ALOAD, 1);
    code.visitJumpInsn(Opcodes.IF_ACMPNE, other);
    code.visitInsn(Opcodes.ICONST_1);
    code.visitInsn(Opcodes.IRETURN);
    code.visitLabel(other);
    code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    code.visitVarInsn(Opcodes.ALOAD, 1);
    code.visitTypeInsn(Opcodes.INSTANCEOF, type.getInternalName());
    code.visitJumpInsn(Opcodes.IFEQ, differs);
    for (Handle field : fields) {
      get(code, 0, field);
      get(code, 1, field);
      Type of = Type.getType(field.getDesc());
      switch (of.getSort()) {
        case Type.OBJECT, Type.ARRAY -> {
          code.visitMethodInsn(
              Opcodes.INVOKESTATIC,
              OBJECTS,
              "equals",
              "(Ljava/lang/Object;Ljava/lang/Object;)Z",
              false);
          code.visitJumpInsn(Opcodes.IFEQ, differs);
        }
        case Type.LONG, Type.FLOAT, Type.DOUBLE -> {
          code.visitMethodInsn(
              Opcodes.INVOKESTATIC, Boxes.of(of), "compare", "(" + of + of + ")I", false);
          code.visitJumpInsn(Opcodes.IFNE, differs);
        }
        default -> code.visitJumpInsn(Opcodes.IF_ICMPNE, differs);
      }
    }
    code.visitInsn(Opcodes.ICONST_1);
    code.visitInsn(Opcodes.IRETURN);
    code.visitLabel(differs);
    code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    code.visitInsn(Opcodes.ICONST_0);
    code.visitInsn(Opcodes.IRETURN);
    code.visitMaxs(4, 2);
  }

  private void hash(MethodVisitor code) {
    code.visitInsn(Opcodes.ICONST_0);
    for (Handle field : fields) {
      code.visitIntInsn(Opcodes.BIPUSH, 31);
      code.visitInsn(Opcodes.IMUL);
      get(code, 0, field);
      Type of = Type.getType(field.getDesc());
      boolean thing = of.getSort() == Type.OBJECT || of.getSort() == Type.ARRAY;
      code.visitMethodInsn(
          Opcodes.INVOKESTATIC,
          thing ? OBJECTS : Boxes.of(of),
          "hashCode",
          thing ? "(Ljava/lang/Object;)I" : "(" + of + ")I",
          false);
      code.visitInsn(Opcodes.IADD);
    }
    code.visitInsn(Opcodes.IRETURN);
    code.visitMaxs(3, 1);
  }

  private void text(MethodVisitor code) {
    code.visitTypeInsn(Opcodes.NEW, BUILDER);
    code.visitInsn(Opcodes.DUP);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, BUILDER, "<init>", "()V", false);
    code.visitLdcInsn(type);
    code.visitMethodInsn(
        Opcodes.INVOKEVIRTUAL, "java/lang/Class", "getSimpleName", "()Ljava/lang/String;", false);
    append(code, "Ljava/lang/String;");
    String before = "[";
    for (Handle field : fields) {
      code.visitLdcInsn(before + field.getName() + "=");
      append(code, "Ljava/lang/String;");
      get(code, 0, field);
      Type of = Type.getType(field.getDesc());
      append(
          code,
          switch (of.getSort()) {
            case Type.OBJECT, Type.ARRAY -> "Ljava/lang/Object;";
            case Type.BYTE, Type.SHORT -> "I";
            default -> of.getDescriptor();
          });
      before = ", ";
    }
    code.visitLdcInsn(fields.isEmpty() ? "[]" : "]");
    append(code, "Ljava/lang/String;");
    code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, BUILDER, "toString", "()Ljava/lang/String;", false);
    code.visitInsn(Opcodes.ARETURN);
    code.visitMaxs(3, 1);
  }

  private void get(MethodVisitor code, int variable, Handle field) {
    code.visitVarInsn(Opcodes.ALOAD, variable);
    if (variable > 0) {
      code.visitTypeInsn(Opcodes.CHECKCAST, type.getInternalName());
    }
    code.visitFieldInsn(Opcodes.GETFIELD, field.getOwner(), field.getName(), field.getDesc());
  }

  private static void append(MethodVisitor code, String what) {
    code.visitMethodInsn(
        Opcodes.INVOKEVIRTUAL, BUILDER, "append", "(" + what + ")L" + BUILDER + ";", false);
  }
}
