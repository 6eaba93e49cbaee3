import type { Schemas } from "../../contract/types";
import { documented } from "../../examples";

export const uploadFilesExample = documented<Schemas["UploadedFile"][]>({
  data: [
    {
      content_type: "image/jpeg",
      size: 1500,
      name: "vacation_photo.jpg",
      url: "https://www.example.com/uploads/vacation_photo.jpg",
    },
  ],
});

/** The page shows an address here; the action returns the file itself (amendment of the spec). */
export const downloadFileExample = {
  data: Buffer.from("The bytes of the file"),
  contentType: "image/png",
};
