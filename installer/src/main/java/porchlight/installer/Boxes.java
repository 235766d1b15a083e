package porchlight.installer;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The classes around primitive types. */
final class Boxes {
  private Boxes() {}

  static boolean isPrimitive(Type type) {
    return type.getSort() != Type.OBJECT && type.getSort() != Type.ARRAY;
  }

  /** The internal name of the class around a primitive type. */
  static String of(Type primitive) {
    return switch (primitive.getSort()) {
      case Type.BOOLEAN -> "java/lang/Boolean";
      case Type.BYTE -> "java/lang/Byte";
      case Type.CHAR -> "java/lang/Character";
      case Type.SHORT -> "java/lang/Short";
      case Type.INT -> "java/lang/Integer";
      case Type.LONG -> "java/lang/Long";
      case Type.FLOAT -> "java/lang/Float";
      case Type.DOUBLE -> "java/lang/Double";
      default -> throw new IllegalArgumentException("not a primitive type: " + primitive);
    };
  }

  static void box(MethodVisitor code, Type primitive) {
    String box = of(primitive);
    code.visitMethodInsn(
        Opcodes.INVOKESTATIC, box, "valueOf", "(" + primitive + ")L" + box + ";", false);
  }

  static void unbox(MethodVisitor code, Type primitive) {
    code.visitMethodInsn(
        Opcodes.INVOKEVIRTUAL,
        of(primitive),
        primitive.getClassName() + "Value",
        "()" + primitive,
        false);
  }
}
