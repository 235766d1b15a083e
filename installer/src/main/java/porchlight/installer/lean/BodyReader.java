package porchlight.installer.lean;

import java.util.Collection;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import porchlight.installer.lean.Code.How;
import porchlight.installer.lean.Code.Mention;

/** What the code of a method mentions, and what the verifier looks at in it. */
final class BodyReader extends MethodVisitor {
  private final Collection<Mention> found;

  BodyReader(Collection<Mention> found) {
    super(Opcodes.ASM9);
    this.found = found;
  }

  @Override
  public void visitLdcInsn(Object value) {
    constant(value);
  }

  private void constant(Object value) {
    if (value instanceof String text) {
      found.add(new Mention(How.TEXT, text));
    } else if (value instanceof Type type && type.getSort() == Type.OBJECT) {
      found.add(new Mention(How.VALUE, type.getInternalName()));
    } else if (value instanceof Type type) {
      CodeReader.name(type, found);
    } else if (value instanceof Handle handle) {
      handle(handle);
    } else if (value instanceof ConstantDynamic made) {
      CodeReader.name(Type.getType(made.getDescriptor()), found);
      handle(made.getBootstrapMethod());
      for (int i = 0; i < made.getBootstrapMethodArgumentCount(); i++) {
        constant(made.getBootstrapMethodArgument(i));
      }
    }
  }

  private void handle(Handle handle) {
    String method = handle.getName() + handle.getDesc();
    switch (handle.getTag()) {
      case Opcodes.H_NEWINVOKESPECIAL -> {
        found.add(new Mention(How.MADE, handle.getOwner()));
        call(How.CALL, handle.getOwner(), method);
      }
      case Opcodes.H_INVOKESTATIC, Opcodes.H_INVOKESPECIAL ->
          call(How.CALL, handle.getOwner(), method);
      case Opcodes.H_INVOKEVIRTUAL, Opcodes.H_INVOKEINTERFACE ->
          call(How.KIND, handle.getOwner(), method);
      default -> found.add(new Mention(How.FIELD, handle.getOwner()));
    }
  }

  private void call(How how, String owner, String method) {
    // What is called of an array is Object's.
    String of = owner.startsWith("[") ? "java/lang/Object" : owner;
    found.add(new Mention(how, of, method));
    CodeReader.name(Type.getMethodType(method.substring(method.indexOf('('))), found);
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    boolean isExact = opcode == Opcodes.INVOKESTATIC || opcode == Opcodes.INVOKESPECIAL;
    call(isExact ? How.CALL : How.KIND, owner, name + descriptor);
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... arguments) {
    CodeReader.name(Type.getMethodType(descriptor), found);
    handle(bootstrap);
    for (Object argument : arguments) {
      constant(argument);
    }
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
    found.add(new Mention(How.FIELD, owner));
    CodeReader.name(Type.getType(descriptor), found);
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    if (opcode == Opcodes.NEW) {
      found.add(new Mention(How.MADE, type));
    } else {
      CodeReader.name(Type.getObjectType(type), found);
    }
  }

  @Override
  public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
    CodeReader.name(Type.getType(descriptor), found);
  }

  @Override
  public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
    if (type != null) {
      found.add(new Mention(How.NAME, type));
    }
  }

  @Override
  public void visitFrame(int kind, int locals, Object[] local, int depth, Object[] stack) {
    frame(locals, local);
    frame(depth, stack);
  }

  private void frame(int count, Object[] types) {
    for (int i = 0; types != null && i < count; i++) {
      if (types[i] instanceof String type) {
        CodeReader.name(Type.getObjectType(type), found);
      }
    }
  }
}
