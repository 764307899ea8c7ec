"""What a person can hold on to: the picture of a scan and the document as a PDF; told nothing but the plain data of `model`."""
