using System.Security.Cryptography;
using Typeset.Batch.Files;

namespace Typeset.Batch.Work;

/// <summary>The folder of a commission while it is written; disposed of unfinished, it is gone.</summary>
public sealed class ObjectDraft : IDisposable
{
    private readonly string _draft;
    private readonly string _final;
    private bool _isOver;

    internal ObjectDraft(string draft, string final)
    {
        (_draft, _final) = (draft, final);
        Directory.CreateDirectory(draft);
    }

    /// <summary>Where a file lies that was written.</summary>
    public string FileOf(string name) => Path.Combine(_draft, name);

    /// <summary>Writes a file and makes it durable.</summary>
    /// <exception cref="IOException">There is no room for it.</exception>
    public BuiltFile Write(string name, Action<Stream> write)
    {
        using var file = new FileStream(FileOf(name), FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var counted = new HashedStream(file, hash);
        using (var buffered = new BufferedStream(counted, 1 << 16)) write(buffered);
        file.Flush(flushToDisk: true);
        return new(name, counted.Count, Digest.Of(hash));
    }

    /// <summary>Makes all of it durable under the commission's name.</summary>
    /// <exception cref="IOException">There is no room for it.</exception>
    public void Finish(Outcome outcome)
    {
        ObjectStore.Finish(_draft, _final, outcome);
        _isOver = true;
    }

    public void Dispose()
    {
        if (!_isOver) DurableFiles.Sweep(_draft);
        _isOver = true;
    }

    /// <summary>Counts and hashes what passes; leaves the file open when it is closed.</summary>
    private sealed class HashedStream(FileStream file, IncrementalHash hash) : Stream
    {
        public long Count { get; private set; }

        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => Count;
        public override long Position { get => Count; set => throw new NotSupportedException(); }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            hash.AppendData(buffer);
            try
            {
                file.Write(buffer);
            }
            catch (ArgumentOutOfRangeException limit)
            {
                // What the runtime makes of EFBIG: the system lets no file grow so long.
                throw new IOException(limit.Message, limit);
            }

            Count += buffer.Length;
        }

        public override void Flush() => file.Flush();
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
