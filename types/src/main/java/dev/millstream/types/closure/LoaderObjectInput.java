package dev.millstream.types.closure;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import java.lang.reflect.Proxy;

/** Resolves classes by one class loader, and doesn't trust sizes. */
final class LoaderObjectInput extends ObjectInputStream {
    private final ClassLoader classLoader;

    /**
     * @param size how many bytes there are: no array can be much larger than that
     */
    LoaderObjectInput(InputStream in, int size, ClassLoader classLoader) throws IOException {
        super(in);
        this.classLoader = classLoader;
        long limit = 1024 + 4L * size;
        setObjectInputFilter(info ->
                info.arrayLength() > limit
                        ? ObjectInputFilter.Status.REJECTED
                        : ObjectInputFilter.Status.UNDECIDED);
    }

    @Override
    protected Class<?> resolveClass(ObjectStreamClass description)
            throws IOException, ClassNotFoundException {
        String name = description.getName();
        Class<?> primitive = Class.forPrimitiveName(name);
        return primitive != null ? primitive : Class.forName(name, false, classLoader);
    }

    @Override
    protected Class<?> resolveProxyClass(String[] interfaceNames) throws ClassNotFoundException {
        Class<?>[] interfaces = new Class<?>[interfaceNames.length];
        for (int i = 0; i < interfaces.length; i++) {
            interfaces[i] = Class.forName(interfaceNames[i], false, classLoader);
        }
        return Proxy.newProxyInstance(
                        classLoader,
                        interfaces,
                        (_, method, _) -> {
                            throw new UnsupportedOperationException(method.getName());
                        })
                .getClass();
    }
}
