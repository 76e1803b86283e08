package dev.hostlab.pricing.refresh;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.BooleanSupplier;

/// A stream that ends with an error as soon as the user cancels.
final class CancellableStream extends FilterInputStream {

    private final BooleanSupplier goesOn;

    CancellableStream(InputStream in, BooleanSupplier goesOn) {
        super(in);
        this.goesOn = goesOn;
    }

    @Override
    public int read() throws IOException {
        check();
        return super.read();
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        check();
        return super.read(bytes, from, length);
    }

    private void check() throws IOException {
        if (!goesOn.getAsBoolean()) {
            throw new IOException("cancelled");
        }
    }
}
