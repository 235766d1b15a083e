package porchlight.installer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * What {@code LambdaMetafactory.metafactory} would make, as a class of the nest: it holds what was
 * captured and calls the method behind the lambda.
 *
 * @param name the one method of the interface
 * @param site takes what is captured, gives the interface
 * @param erased that method's type
 * @param exact the same with the types known where the lambda stands
 */
record PlainLambda(String name, Type site, Type erased, Type exact, Handle behind) {
  /** Its static method that makes one. */
  static final String MAKE = "make";

  private static final int OPEN = Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;

  /** Nothing when a value would have to be turned in a way that we do not write. */
  static Optional<PlainLambda> of(String name, String site, Object[] arguments) {
    var lambda =
        new PlainLambda(
            name,
            Type.getMethodType(site),
            (Type) arguments[0],
            (Type) arguments[2],
            (Handle) arguments[1]);
    return lambda.known() ? Optional.of(lambda) : Optional.empty();
  }

  private boolean known() {
    Type[] from = erased.getArgumentTypes();
    Type[] known = exact.getArgumentTypes();
    List<Type> to = wanted();
    int captured = site.getArgumentCount();
    boolean plain =
        behind.getTag() != Opcodes.H_INVOKESPECIAL && to.size() == captured + from.length;
    for (int at = 0; plain && at < captured; at++) {
      Type held = site.getArgumentTypes()[at];
      plain = Boxes.isPrimitive(held) ? held.equals(to.get(at)) : !Boxes.isPrimitive(to.get(at));
    }
    for (int at = 0; plain && at < from.length; at++) {
      plain = turns(from[at], known[at], to.get(captured + at));
    }
    return plain && returns();
  }

  /** What the method behind takes, the object it is called on among it. */
  private List<Type> wanted() {
    var wanted = new ArrayList<Type>();
    boolean onObject =
        behind.getTag() == Opcodes.H_INVOKEVIRTUAL || behind.getTag() == Opcodes.H_INVOKEINTERFACE;
    if (onObject) {
      wanted.add(Type.getObjectType(behind.getOwner()));
    }
    wanted.addAll(Arrays.asList(Type.getArgumentTypes(behind.getDesc())));
    return wanted;
  }

  private static boolean turns(Type from, Type known, Type to) {
    if (Boxes.isPrimitive(from)) {
      return from.equals(to) || !Boxes.isPrimitive(to);
    }
    return !Boxes.isPrimitive(to) || known.getInternalName().equals(Boxes.of(to));
  }

  private Type result() {
    return behind.getTag() == Opcodes.H_NEWINVOKESPECIAL
        ? Type.getObjectType(behind.getOwner())
        : Type.getReturnType(behind.getDesc());
  }

  private boolean returns() {
    Type from = result();
    Type to = erased.getReturnType();
    if (to.getSort() == Type.VOID || from.equals(to)) {
      return true;
    }
    if (from.getSort() == Type.VOID) {
      return false;
    }
    if (Boxes.isPrimitive(from)) {
      return !Boxes.isPrimitive(to)
          && exact.getReturnType().getSort() == Type.OBJECT
          && List.of(Boxes.of(from), "java/lang/Object")
              .contains(exact.getReturnType().getInternalName());
    }
    return !Boxes.isPrimitive(to) || from.getInternalName().equals(Boxes.of(to));
  }

  byte[] write(int version, String self, String host) {
    var type = new ClassWriter(0);
    type.visit(
        version,
        Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC,
        self,
        null,
        "java/lang/Object",
        new String[] {site.getReturnType().getInternalName()});
    type.visitNestHost(host);
    Type[] captured = site.getArgumentTypes();
    for (int at = 0; at < captured.length; at++) {
      type.visitField(
              Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL,
              "held" + at,
              captured[at].getDescriptor(),
              null,
              null)
          .visitEnd();
    }
    constructor(type.visitMethod(Opcodes.ACC_PRIVATE, "<init>", takes(), null, null), self);
    make(type.visitMethod(OPEN, MAKE, site.getDescriptor(), null, null), self);
    call(type.visitMethod(Opcodes.ACC_PUBLIC, name, erased.getDescriptor(), null, null), self);
    type.visitEnd();
    return type.toByteArray();
  }

  private String takes() {
    return Type.getMethodDescriptor(Type.VOID_TYPE, site.getArgumentTypes());
  }

  private void constructor(MethodVisitor code, String self) {
    code.visitCode();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    int slot = 1;
    Type[] captured = site.getArgumentTypes();
    for (int at = 0; at < captured.length; at++) {
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitVarInsn(captured[at].getOpcode(Opcodes.ILOAD), slot);
      code.visitFieldInsn(Opcodes.PUTFIELD, self, "held" + at, captured[at].getDescriptor());
      slot += captured[at].getSize();
    }
    code.visitInsn(Opcodes.RETURN);
    code.visitMaxs(3, slot);
    code.visitEnd();
  }

  private void make(MethodVisitor code, String self) {
    code.visitCode();
    code.visitTypeInsn(Opcodes.NEW, self);
    code.visitInsn(Opcodes.DUP);
    int slot = 0;
    for (Type captured : site.getArgumentTypes()) {
      code.visitVarInsn(captured.getOpcode(Opcodes.ILOAD), slot);
      slot += captured.getSize();
    }
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, self, "<init>", takes(), false);
    code.visitInsn(Opcodes.ARETURN);
    code.visitMaxs(2 + slot, slot);
    code.visitEnd();
  }

  private void call(MethodVisitor code, String self) {
    code.visitCode();
    boolean fresh = behind.getTag() == Opcodes.H_NEWINVOKESPECIAL;
    if (fresh) {
      code.visitTypeInsn(Opcodes.NEW, behind.getOwner());
      code.visitInsn(Opcodes.DUP);
    }
    int stack = fresh ? 2 : 0;
    Type[] captured = site.getArgumentTypes();
    for (int at = 0; at < captured.length; at++) {
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitFieldInsn(Opcodes.GETFIELD, self, "held" + at, captured[at].getDescriptor());
      stack += captured[at].getSize();
    }
    int slot = 1;
    Type[] from = erased.getArgumentTypes();
    for (int at = 0; at < from.length; at++) {
      code.visitVarInsn(from[at].getOpcode(Opcodes.ILOAD), slot);
      turn(code, from[at], exact.getArgumentTypes()[at], wanted().get(captured.length + at));
      slot += from[at].getSize();
      stack += 2; // at most
    }
    code.visitMethodInsn(
        switch (behind.getTag()) {
          case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
          case Opcodes.H_INVOKEVIRTUAL -> Opcodes.INVOKEVIRTUAL;
          case Opcodes.H_INVOKEINTERFACE -> Opcodes.INVOKEINTERFACE;
          case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
          default -> throw new IllegalStateException("not known: " + behind);
        },
        behind.getOwner(),
        behind.getName(),
        behind.getDesc(),
        behind.isInterface());
    giveBack(code);
    code.visitMaxs(stack + 2, slot);
    code.visitEnd();
  }

  private static void turn(MethodVisitor code, Type from, Type known, Type to) {
    if (Boxes.isPrimitive(from)) {
      if (!from.equals(to)) {
        Boxes.box(code, from);
      }
      return;
    }
    cast(code, from, known);
    if (Boxes.isPrimitive(to)) {
      Boxes.unbox(code, to);
    } else {
      cast(code, known, to);
    }
  }

  private void giveBack(MethodVisitor code) {
    Type from = result();
    Type to = erased.getReturnType();
    if (to.getSort() == Type.VOID) {
      if (from.getSort() != Type.VOID) {
        code.visitInsn(from.getSize() == 2 ? Opcodes.POP2 : Opcodes.POP);
      }
    } else if (Boxes.isPrimitive(from) && !from.equals(to)) {
      Boxes.box(code, from);
    } else if (Boxes.isPrimitive(to) && !from.equals(to)) {
      Boxes.unbox(code, to);
    } else if (!Boxes.isPrimitive(to)) {
      cast(code, from, to);
    }
    code.visitInsn(to.getOpcode(Opcodes.IRETURN));
  }

  private static void cast(MethodVisitor code, Type from, Type to) {
    if (!from.equals(to) && !to.getInternalName().equals("java/lang/Object")) {
      code.visitTypeInsn(Opcodes.CHECKCAST, to.getInternalName());
    }
  }
}
